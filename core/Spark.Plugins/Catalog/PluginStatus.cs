namespace Spark.Plugins.Catalog;

/// <summary>How a plugin, or an instance of what it offers, stands.</summary>
public enum PluginStatus
{
    /// <summary>Found, not yet loaded.</summary>
    Discovered,

    /// <summary>Installed and not used: a higher version is.</summary>
    Disabled,

    /// <summary>Its manifest cannot be used by this host.</summary>
    Incompatible,

    /// <summary>The operator must mend its settings or secrets.</summary>
    NeedsSettings,

    /// <summary>It is being loaded or made.</summary>
    Starting,

    /// <summary>It works.</summary>
    Running,

    /// <summary>It asked to be called again later.</summary>
    NotReady,

    /// <summary>The far side refuses its credentials; the operator must renew them.</summary>
    CredentialsRejected,

    /// <summary>It failed. An instance works again after its next call that succeeds.</summary>
    Faulted,

    /// <summary>It takes no new calls; those inside it are being finished.</summary>
    Draining,

    /// <summary>It has left the memory.</summary>
    Unloaded,

    /// <summary>It was told to leave the memory, and something still refers to it.</summary>
    UnloadPending,
}
