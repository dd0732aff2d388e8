namespace Spark.Simulators.ServiceNow.Records;

/// <summary>A record of a table: all values are texts, as the API gives them.</summary>
internal sealed class Record(string table, string sysId)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal) { ["sys_id"] = sysId };

    public string Table => table;

    public string SysId => sysId;

    public string this[string field]
    {
        get => values.GetValueOrDefault(field, "");
        set => values[field] = value;
    }

    public IEnumerable<string> Fields => values.Keys.Order(StringComparer.Ordinal);
}
