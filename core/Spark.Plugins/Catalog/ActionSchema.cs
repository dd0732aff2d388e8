using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Spark.Plugins.Catalog;

/// <summary>Tells the JSON Schema of what an action reads. Only the text is kept, so that nothing holds the plugin in memory.</summary>
internal static class ActionSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true };

    public static string? Of(JsonTypeInfo input)
    {
        try
        {
            return input.GetJsonSchemaAsNode(Options).ToJsonString();
        }
        catch (Exception unknown) when (unknown is NotSupportedException or InvalidOperationException)
        {
            // A plugin's own converter may say nothing of its form.
            return null;
        }
    }
}
