namespace Spark.Testing.Hosts;

/// <summary>Counts a host's writes, and kills it right behind one of them.</summary>
/// <param name="after">The write behind which the host dies, from 1; 0 for never.</param>
internal sealed class KillSwitch(int after)
{
    /// <summary>How many writes there were.</summary>
    public int Writes { get; private set; }

    /// <summary>True when the host is dead.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Lets only the living go on.</summary>
    public void Check()
    {
        if (IsDead)
        {
            throw new HostKilledException();
        }
    }

    /// <summary>Something was written.</summary>
    public void Count()
    {
        Writes++;
        if (Writes == after)
        {
            Kill();
            throw new HostKilledException();
        }
    }

    /// <summary>Kills the host.</summary>
    public void Kill() => IsDead = true;
}
