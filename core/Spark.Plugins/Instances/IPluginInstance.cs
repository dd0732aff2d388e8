using Spark.Plugins.Supervision;

namespace Spark.Plugins.Instances;

/// <summary>What a plugin made, whatever it is.</summary>
internal interface IPluginInstance
{
    /// <summary>Whose calls are supervised.</summary>
    CallSite Site { get; }

    /// <summary>How it stands.</summary>
    InstanceState State { get; }

    /// <summary>Lets the plugin clean up, and ends its way to the network.</summary>
    Task DisposeAsync(PluginSupervisor supervisor, TimeSpan limit);
}
