namespace Spark.Plugins.Catalog;

/// <summary>An action, before it was made.</summary>
internal interface IActionOffer : IOffer
{
    /// <summary>The JSON Schema of the step's fields, as JSON; null when the plugin's types do not tell it.</summary>
    string? InputSchema { get; }

    IValueAction Create(InstanceServices services);
}
