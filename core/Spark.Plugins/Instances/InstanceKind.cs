namespace Spark.Plugins.Instances;

/// <summary>What an instance is.</summary>
public enum InstanceKind
{
    /// <summary>A channel instance of the environment.</summary>
    Channel,

    /// <summary>A connection of the environment.</summary>
    Connection,

    /// <summary>An action; there is one instance of each.</summary>
    Action,
}
