using System.Text.Json.Nodes;
using Spark.Simulators.ServiceNow.Records;

namespace Spark.Simulators.ServiceNow.TableApi;

/// <summary>Writes records as the parameters of a request want them.</summary>
internal sealed class RecordWriter(Instance instance, HttpRequest request)
{
    private readonly string[] fields = request.Query["sysparm_fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    private readonly string display = request.Query["sysparm_display_value"].ToString();
    private readonly bool isWithoutLinks = request.Query["sysparm_exclude_reference_link"] == "true";

    public JsonObject Write(Record record)
    {
        var written = new JsonObject();
        var table = TableDefinition.All[record.Table];
        foreach (var field in fields.Length > 0 ? fields : record.Fields.Concat(table.Journals))
        {
            written[field] = Write(table, record, field);
        }

        return written;
    }

    private JsonNode Write(TableDefinition table, Record record, string field)
    {
        // A reference's own fields can be asked for: caller_id.email.
        if (field.Split('.', 2) is [var reference, var beyond] && table.References.TryGetValue(reference, out var far))
        {
            return instance.Find(far, record[reference]) is { } other ? Write(TableDefinition.All[far], other, beyond) : JsonValue.Create("");
        }

        var value = table.Journals.Contains(field, StringComparer.Ordinal) ? "" : record[field];
        var shown = Display(table, field, value);
        return display switch
        {
            "all" => new JsonObject { ["display_value"] = shown, ["value"] = value },
            "true" when !table.References.ContainsKey(field) || isWithoutLinks || value.Length == 0 => JsonValue.Create(shown),
            "true" => new JsonObject { ["display_value"] = shown, ["link"] = Link(table.References[field], value) },
            _ when table.References.TryGetValue(field, out var referred) && value.Length > 0 && !isWithoutLinks =>
                new JsonObject { ["link"] = Link(referred, value), ["value"] = value },
            _ => JsonValue.Create(value),
        };
    }

    private string Display(TableDefinition table, string field, string value) =>
        table.References.TryGetValue(field, out var referred) ? instance.DisplayOf(referred, value)
        : table.Choices.TryGetValue(field, out var choices) ? choices.GetValueOrDefault(value, value)
        : value;

    private string Link(string table, string sysId) => $"{request.Scheme}://{request.Host}/api/now/table/{table}/{sysId}";
}
