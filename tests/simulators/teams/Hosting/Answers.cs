using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.Hosting;

/// <summary>Writes documents as answers.</summary>
internal static class Answers
{
    public static IResult Json(JsonNode document, int status = 200) => Results.Text(document.ToJsonString(), "application/json; charset=utf-8", statusCode: status);

    /// <summary>A fault in the Connector's words.</summary>
    public static IResult Error(int status, string code, string message) =>
        Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);

    /// <summary>The request's body; an empty document when there is none, or it is no object.</summary>
    public static async Task<JsonObject> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }
}
