using Spark.Engine.Definitions;
using Spark.Plugins.Environments;

namespace Spark.Plugins.Instances;

/// <summary>An instance that the operator asks for, before it was made.</summary>
/// <param name="What">What it is called in messages: <c>channel 'web'</c>.</param>
/// <param name="Settings">Its settings, secrets unresolved.</param>
/// <param name="At">Where it stands in the environment file.</param>
/// <param name="State">Learns how it stands.</param>
internal sealed record InstanceOrder(string What, SettingNode Settings, SourceLocation At, InstanceState State);
