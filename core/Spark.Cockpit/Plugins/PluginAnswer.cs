using Spark.Runtime.Bots;

namespace Spark.Cockpit.Plugins;

/// <summary>How a plugin stands after something was done with it.</summary>
/// <param name="Plugins">Its versions.</param>
/// <param name="Misfits">Who stands on versions of bots that do not fit what is installed now.</param>
internal sealed record PluginAnswer(IReadOnlyList<PluginView> Plugins, IReadOnlyList<StandingMisfit> Misfits);
