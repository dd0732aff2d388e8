using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.Connector;

/// <summary>What the bot has asked of the Connector, oldest first.</summary>
internal sealed class CallLog
{
    private const int Most = 5_000;

    private readonly Lock gate = new();
    private readonly Queue<JsonObject> calls = new();

    public void Add(HttpContext http, string? body)
    {
        var call = new JsonObject
        {
            ["method"] = http.Request.Method,
            ["path"] = $"{http.Request.Path}{http.Request.QueryString}",
            ["status"] = http.Response.StatusCode,
            ["body"] = body,
        };
        lock (gate)
        {
            calls.Enqueue(call);
            if (calls.Count > Most)
            {
                calls.Dequeue();
            }
        }
    }

    public JsonArray ToJson()
    {
        lock (gate)
        {
            return new JsonArray([.. calls.Select(call => call.DeepClone())]);
        }
    }
}
