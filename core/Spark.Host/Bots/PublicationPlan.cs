using Spark.Runtime.Bots;

namespace Spark.Host.Bots;

/// <summary>What a starting host publishes.</summary>
/// <param name="Publish">The bots to publish.</param>
/// <param name="Held">The bots of the folder that stay unpublished.</param>
internal sealed record PublicationPlan(IReadOnlyList<BotSnapshot> Publish, IReadOnlyList<HeldBot> Held);
