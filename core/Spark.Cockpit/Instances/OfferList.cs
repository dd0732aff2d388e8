namespace Spark.Cockpit.Instances;

/// <summary>What can be set up here.</summary>
internal sealed record OfferList(IReadOnlyList<OfferView> Offers);
