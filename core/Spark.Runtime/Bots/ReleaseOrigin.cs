namespace Spark.Runtime.Bots;

/// <summary>How a version came to be released.</summary>
public enum ReleaseOrigin
{
    /// <summary>A host took it from its folder when it started.</summary>
    Folder,

    /// <summary>An operator published it.</summary>
    Published,

    /// <summary>An operator went back to it.</summary>
    RolledBack,
}
