namespace Spark.Plugins.Catalog;

/// <summary>An action, before it was made.</summary>
internal interface IActionOffer : IOffer
{
    IValueAction Create(InstanceServices services);
}
