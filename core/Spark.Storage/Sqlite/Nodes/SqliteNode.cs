namespace Spark.Storage.Sqlite.Nodes;

/// <summary>The node that a SQLite file has: the host that holds its folder. Kept in memory, because it is gone with it.</summary>
internal sealed class SqliteNode
{
    private readonly Lock gate = new();
    private long id;
    private bool mayHaveForebears;

    /// <summary>Its id; 0 before one has registered.</summary>
    public long Id => Interlocked.Read(ref id);

    /// <summary>True when effects may be open that were another id's.</summary>
    public bool MayHaveForebears
    {
        get
        {
            lock (gate)
            {
                return mayHaveForebears;
            }
        }
    }

    /// <summary>Another id goes on in its place.</summary>
    public void Become(long other)
    {
        lock (gate)
        {
            Interlocked.Exchange(ref id, other);
            mayHaveForebears = true;
        }
    }

    /// <summary>Something is open in other hands.</summary>
    public void ExpectForebears()
    {
        lock (gate)
        {
            mayHaveForebears = true;
        }
    }

    /// <summary>All that was open is in this id's hands.</summary>
    public void ForgetForebears(long of)
    {
        lock (gate)
        {
            mayHaveForebears &= id != of;
        }
    }
}
