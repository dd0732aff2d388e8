using System.Text.Json.Nodes;

namespace Spark.Cockpit.Tests.Settings;

/// <summary>Settings as an administrator would send them.</summary>
internal static class Samples
{
    public const string Password = "pä\"ss w/ö+rd\\of & the test";

    public static JsonObject Credential(Uri url, bool allowPrivate = true) => new()
    {
        ["credential"] = new JsonObject
        {
            ["baseUrl"] = url.ToString(),
            ["allowPrivate"] = allowPrivate,
            ["testResource"] = "api/now/table/incident?sysparm_limit=1",
            ["authorization"] = new JsonObject { ["type"] = "basic", ["user"] = "spark" },
        },
        ["secrets"] = new JsonObject { ["password"] = Password },
    };

    /// <summary>The seed's API Call.</summary>
    public static JsonObject Create(string payload = """{"a":"{{a}}","b":"{{b}}","c":"{{c}}"}""", string resource = "api/now/v1/table/incident") => new()
    {
        ["apiCall"] = new JsonObject
        {
            ["credential"] = "desk",
            ["method"] = "POST",
            ["resource"] = resource,
            ["parameters"] = new JsonArray(Parameter("a"), Parameter("b"), Parameter("c")),
            ["payload"] = payload,
            ["outputs"] = new JsonArray(Output("ticketId", "result.sys_id"), Output("ticketNumber", "result.number")),
        },
    };

    public static JsonObject Parameter(string name) => new() { ["name"] = name };

    public static JsonObject Output(string name, string expression) => new() { ["name"] = name, ["expression"] = expression, ["required"] = true };
}
