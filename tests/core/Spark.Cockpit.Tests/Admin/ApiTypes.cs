using System.Text;
using System.Text.Json;

namespace Spark.Cockpit.Tests.Admin;

/// <summary>Writes the schemas of an OpenAPI document as TypeScript.</summary>
internal static class ApiTypes
{
    private const string Head = "/** What the admin API reads and answers with: made of its OpenAPI document. SPARK_APPROVE=1 and ApiTypesTests make it anew. */\n";

    public static string Write(JsonElement document)
    {
        var text = new StringBuilder(Head);
        var requests = Requests(document);
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject().OrderBy(schema => schema.Name, StringComparer.Ordinal))
        {
            text.Append('\n');
            if (schema.Value.TryGetProperty("properties", out var properties))
            {
                text.Append("export interface ").Append(schema.Name).Append(" {\n");
                foreach (var property in properties.EnumerateObject())
                {
                    var isLeftOut = requests.Contains(schema.Name) && !IsRequired(schema.Value, property.Name);
                    text.Append("  ").Append(property.Name).Append(isLeftOut ? "?: " : ": ").Append(TypeOf(property.Value)).Append(";\n");
                }

                text.Append("}\n");
            }
            else
            {
                text.Append("export type ").Append(schema.Name).Append(" = ").Append(TypeOf(schema.Value)).Append(";\n");
            }
        }

        return text.ToString();
    }

    // What is only ever sent may leave out what it need not say; an answer leaves out nothing.
    private static HashSet<string> Requests(JsonElement document)
    {
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value).ToList();
        var sent = operations.Select(one => one.TryGetProperty("requestBody", out var body) ? Reference(body) : null).OfType<string>();
        return [.. sent.Except(operations.SelectMany(one => one.GetProperty("responses").EnumerateObject()).Select(answer => Reference(answer.Value)).OfType<string>())];
    }

    private static string? Reference(JsonElement part) =>
        part.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json) && json.GetProperty("schema").TryGetProperty("$ref", out var reference)
            ? reference.GetString()!.Split('/')[^1]
            : null;

    private static bool IsRequired(JsonElement schema, string property) =>
        schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(name => name.ValueEquals(property));

    private static string TypeOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return "unknown";
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return reference.GetString()!.Split('/')[^1];
        }

        foreach (var choice in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(choice, out var options))
            {
                return string.Join(" | ", options.EnumerateArray().Select(TypeOf).OrderBy(type => type == "null"));
            }
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            return string.Join(" | ", words.EnumerateArray().Where(word => word.ValueKind != JsonValueKind.Null).Select(word => word.GetRawText()));
        }

        return schema.TryGetProperty("type", out var type)
            ? string.Join(" | ", (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!])
                .OrderBy(one => one == "null").Select(one => Plain(one, schema)))
            : "unknown";
    }

    private static string Plain(string type, JsonElement schema) => type switch
    {
        "array" => Many(schema.TryGetProperty("items", out var items) ? TypeOf(items) : "unknown"),
        "object" when schema.TryGetProperty("additionalProperties", out var values) => $"Record<string, {TypeOf(values)}>",
        "object" => "Record<string, unknown>",
        "integer" or "number" => "number",
        _ => type,
    };

    private static string Many(string type) => type.Contains(' ', StringComparison.Ordinal) ? $"({type})[]" : $"{type}[]";
}
