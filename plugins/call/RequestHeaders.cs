using System.Text.Json;
using Spark.Http;

namespace Spark.Actions.Call;

/// <summary>Reads the headers of a step.</summary>
internal static class RequestHeaders
{
    /// <summary>Reads a step's headers.</summary>
    /// <exception cref="RefusedCallException">One cannot be sent.</exception>
    public static List<KeyValuePair<string, string>> Read(IReadOnlyDictionary<string, JsonElement>? headers)
    {
        var read = new List<KeyValuePair<string, string>>();
        foreach (var (name, element) in headers ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                continue;
            }

            if (HeaderRule.Problem(name, Fields.TextOf(element)) is { } problem)
            {
                throw new RefusedCallException(problem);
            }

            read.Add(new(name, Fields.TextOf(element)));
        }

        return read;
    }
}
