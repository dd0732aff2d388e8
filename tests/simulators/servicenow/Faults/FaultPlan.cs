namespace Spark.Simulators.ServiceNow.Faults;

/// <summary>The faults that wait.</summary>
internal sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];

    /// <summary>Those that no request has met.</summary>
    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. waiting];
            }
        }
    }

    public void Add(Fault fault)
    {
        lock (gate)
        {
            waiting.Add(fault);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    /// <summary>The fault that a request meets; null for none.</summary>
    public Fault? Next(string method, string table)
    {
        lock (gate)
        {
            var index = waiting.FindIndex(fault => fault.Method == method && fault.Table == table);
            if (index < 0)
            {
                return null;
            }

            var fault = waiting[index];
            waiting[index] = fault with { Times = fault.Times - 1 };
            if (waiting[index].Times <= 0)
            {
                waiting.RemoveAt(index);
            }

            return fault;
        }
    }
}
