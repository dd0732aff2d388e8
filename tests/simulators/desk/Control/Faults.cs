namespace Spark.Simulators.Desk.Control;

/// <summary>What goes wrong at the desk, by the wish of a test.</summary>
internal sealed class Faults
{
    private int cuts;
    private int repeats;
    private int refusals;

    /// <summary>True for a desk that has died: it answers nothing, and says nothing.</summary>
    public bool IsDead { get; set; }

    /// <summary>The next so many calls are taken, and their answers never sent.</summary>
    public void Cut(int calls) => Interlocked.Exchange(ref cuts, calls);

    /// <summary>The next so many events are delivered twice.</summary>
    public void Repeat(int events) => Interlocked.Exchange(ref repeats, events);

    /// <summary>The next so many calls are refused with 503, and not taken.</summary>
    public void Refuse(int calls) => Interlocked.Exchange(ref refusals, calls);

    public bool TakeCut() => Take(ref cuts);

    public bool TakeRepeat() => Take(ref repeats);

    public bool TakeRefusal() => Take(ref refusals);

    private static bool Take(ref int left)
    {
        for (var seen = Volatile.Read(ref left); seen > 0; seen = Volatile.Read(ref left))
        {
            if (Interlocked.CompareExchange(ref left, seen - 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }
}
