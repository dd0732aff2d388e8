using System.Globalization;
using System.Security.Cryptography;

namespace Spark.Simulators.ServiceNow.Records;

/// <summary>The records of the instance, in memory. It never takes two records for one: whoever posts twice has two.</summary>
internal sealed class Instance
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly List<Record> records = [];
    private int lastIncident = 10_000;

    public Instance(TimeProvider time)
    {
        this.time = time;
        SeedRecords.AddTo(this);
    }

    /// <summary>Rises with each change.</summary>
    public long Version { get; private set; }

    public string Now => time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public IReadOnlyList<Record> Of(string table)
    {
        lock (gate)
        {
            return [.. records.Where(record => record.Table == table)];
        }
    }

    public Record? Find(string table, string sysId) => Of(table).FirstOrDefault(record => record.SysId == sysId);

    /// <summary>Adds a record.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="values">What it holds.</param>
    /// <param name="by">Who adds it.</param>
    public Record Add(string table, IEnumerable<KeyValuePair<string, string>> values, string by)
    {
        lock (gate)
        {
            var record = new Record(table, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))
            {
                ["sys_created_on"] = Now,
                ["sys_created_by"] = by,
                ["sys_updated_on"] = Now,
                ["sys_updated_by"] = by,
                ["sys_mod_count"] = "0",
                ["sys_class_name"] = table,
            };
            if (table == "incident")
            {
                Incidents.Begin(record, string.Create(CultureInfo.InvariantCulture, $"INC{++lastIncident:0000000}"), Now);
            }

            Set(record, values, by);
            records.Add(record);
            Version++;
            return record;
        }
    }

    /// <summary>Changes a record.</summary>
    public void Change(Record record, IEnumerable<KeyValuePair<string, string>> values, string by)
    {
        lock (gate)
        {
            Set(record, values, by);
            record["sys_updated_on"] = Now;
            record["sys_updated_by"] = by;
            record["sys_mod_count"] = (int.Parse(record["sys_mod_count"], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            Version++;
        }
    }

    /// <summary>The entries of a record's journal, the oldest first.</summary>
    public IReadOnlyList<Record> JournalOf(Record record) => [.. Of("sys_journal_field").Where(entry => entry["element_id"] == record.SysId)];

    /// <summary>What people read in place of a reference.</summary>
    public string DisplayOf(string table, string sysId) => Find(table, sysId) is { } record ? record[TableDefinition.All[table].Display] : "";

    /// <summary>The record that people mean by a display value; null for none.</summary>
    public Record? FindByDisplay(string table, string text) => Of(table).FirstOrDefault(record =>
        string.Equals(record[TableDefinition.All[table].Display], text, StringComparison.OrdinalIgnoreCase));

    private void Set(Record record, IEnumerable<KeyValuePair<string, string>> values, string by)
    {
        foreach (var (field, value) in values)
        {
            if (field is "sys_id" or "number" or "sys_created_on" or "sys_created_by")
            {
                continue;
            }

            if (!TableDefinition.All[record.Table].Journals.Contains(field, StringComparer.Ordinal))
            {
                record[field] = value;
            }
            else if (value.Length > 0)
            {
                records.Add(new Record("sys_journal_field", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))
                {
                    ["element_id"] = record.SysId, ["element"] = field, ["name"] = record.Table, ["value"] = value, ["sys_created_on"] = Now, ["sys_created_by"] = by,
                });
            }
        }

        if (record.Table == "incident")
        {
            Incidents.Settle(record, Now);
        }
    }
}
