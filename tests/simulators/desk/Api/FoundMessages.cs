using Spark.Simulators.Desk.Conversations;

namespace Spark.Simulators.Desk.Api;

/// <summary>Messages that were looked for.</summary>
internal sealed record FoundMessages(IReadOnlyList<DeskMessage> Messages);
