using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Spark.Offload.SparkcentralQueue;

/// <summary>
/// The contact attributes of a handover: from the shared variables that the operator declared, and from the step's
/// <c>fields.attributes</c>, which win. No other variable becomes one: attributes stay with the contact for good.
/// </summary>
internal sealed partial class ContactAttributes(IReadOnlyDictionary<string, string> declared, ILogger<ContactAttributes> logger)
{
    public IReadOnlyDictionary<string, string> Of(OffloadRequest request)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (request.Variables.ValueKind == JsonValueKind.Object)
        {
            foreach (var (alias, variable) in declared)
            {
                if (request.Variables.TryGetProperty(variable, out var value))
                {
                    Add(attributes, alias, value);
                }
            }
        }

        if (request.Fields.ValueKind == JsonValueKind.Object
            && request.Fields.TryGetProperty("attributes", out var named) && named.ValueKind == JsonValueKind.Object)
        {
            foreach (var attribute in named.EnumerateObject())
            {
                Add(attributes, attribute.Name, attribute.Value);
            }
        }

        return attributes;
    }

    private void Add(SortedDictionary<string, string> attributes, string alias, JsonElement value)
    {
        if (!ContactAlias.IsValid(alias))
        {
            LogAliasInvalid(alias);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                attributes[alias] = value.GetString()!;
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                attributes[alias] = value.GetRawText();
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                LogNoText(alias);
                break;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Left out the contact attribute {Alias}: an alias consists of letters, digits and underscores")]
    private partial void LogAliasInvalid(string alias);

    [LoggerMessage(LogLevel.Warning, "Left out the contact attribute {Alias}: its value is a list or an object, and attributes are texts")]
    private partial void LogNoText(string alias);
}
