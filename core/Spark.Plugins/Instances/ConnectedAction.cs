using Spark.Plugins.Supervision;

namespace Spark.Plugins.Instances;

/// <summary>An action that works on a connection.</summary>
/// <param name="Action">Its verb.</param>
/// <param name="Running">The instance that was made for the connection.</param>
internal sealed record ConnectedAction(string Action, RunningAction Running);
