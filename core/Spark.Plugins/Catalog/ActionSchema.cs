using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Spark.Plugins.Catalog;

/// <summary>
/// The JSON Schemas of a step: of its fields the plugin's own file <c>ACTION.schema.json</c>, or what its type tells; of its result what
/// its type tells.
/// </summary>
internal static class ActionSchema
{
    private static readonly JsonSchemaExporterOptions FromTypes = new() { TreatNullObliviousAsNonNullable = true };

    /// <returns>The schema as JSON; null when neither tells one.</returns>
    public static string? Of(IActionSchemaSource offer, string folder) =>
        Read(Path.Combine(folder, $"{offer.Description.Id}.schema.json")) ?? Export(offer.Input);

    /// <returns>The schema of all fields that the result has, as JSON; null where it may have others.</returns>
    public static string? OfResult(IActionSchemaSource offer) =>
        offer.Output.Kind != JsonTypeInfoKind.Object || offer.Output.PolymorphismOptions is not null || offer.Output.Properties.Any(property => property.IsExtensionData)
            ? null
            : Export(offer.Output);

    private static string? Export(JsonTypeInfo type)
    {
        try
        {
            return type.GetJsonSchemaAsNode(FromTypes).ToJsonString();
        }
        catch (Exception unknown) when (unknown is NotSupportedException or InvalidOperationException)
        {
            // A plugin's own converter may say nothing of its form.
            return null;
        }
    }

    // A file that cannot be used is the plugin's fault, and costs the designer only the descriptions.
    private static string? Read(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? text : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
