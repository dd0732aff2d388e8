namespace Spark.Simulators.ServiceNow.Control;

/// <summary>What was asked of the Table API.</summary>
internal sealed class CallLog
{
    private readonly Lock gate = new();
    private readonly List<LoggedCall> calls = [];

    public IReadOnlyList<LoggedCall> All
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    public void Add(string method, string table, string query)
    {
        lock (gate)
        {
            calls.Add(new(method, table, query));
        }
    }
}
