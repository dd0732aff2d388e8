namespace Spark.Plugins.Catalog;

/// <summary>An action, before it was made.</summary>
internal interface IActionOffer : IActionSchemaSource
{
    IValueAction Create(InstanceServices services);
}
