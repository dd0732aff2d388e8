using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Plugins.Environments;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Instances;

/// <summary>Writes one instance as an environment of its own: it is read and checked as if the operator had written it into the file.</summary>
internal static class InstanceEnvironment
{
    /// <summary>What messages name instead of a file.</summary>
    public const string File = "cockpit";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static EnvironmentReading Read(Uri publicUrl, string name, InstanceRequest request)
    {
        var instance = new JsonObject { ["plugin"] = request.Plugin, ["settings"] = JsonNode.Parse(request.Settings.GetRawText()) };
        if (request.AllowPrivate)
        {
            instance["allowPrivate"] = true;
        }

        if (request.Kind == InstanceKind.Channel)
        {
            instance["bot"] = request.Bot;
        }

        var environment = new JsonObject
        {
            ["publicUrl"] = publicUrl.ToString().TrimEnd('/'),
            [request.Kind == InstanceKind.Channel ? "channels" : "connections"] = new JsonObject { [name] = instance },
        };

        // YAML reads JSON.
        return EnvironmentReader.Read(environment.ToJsonString(Readable), File);
    }
}
