using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Spark.Cockpit.Admin;

/// <summary>Reads what a request brings by the API's own rules of JSON: words for what is one of a few.</summary>
internal static class RequestBody
{
    /// <summary>What was brought; null when it is not what the address reads.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        AdminBodies.Demand<T>(http);
        try
        {
            return await http.Request.ReadFromJsonAsync(type, cancellationToken);
        }
        catch (Exception thrown) when (thrown is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static IResult Refusal() => AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", "The request is not what this address reads.");
}
