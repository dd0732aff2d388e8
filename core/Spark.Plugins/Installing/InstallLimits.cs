namespace Spark.Plugins.Installing;

/// <summary>How large a plugin may be that is installed on a running host.</summary>
public static class InstallLimits
{
    /// <summary>The largest archive, in bytes.</summary>
    public const long ArchiveBytes = 64L * 1024 * 1024;

    /// <summary>The most bytes of all files together, counted while they are written: an archive may say what it likes.</summary>
    internal const long AllBytes = 256L * 1024 * 1024;

    /// <summary>The most files.</summary>
    internal const int Files = 2_000;

    /// <summary>The longest path of a file within the plugin, in characters.</summary>
    internal const int Path = 200;
}
