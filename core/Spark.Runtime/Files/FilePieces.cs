namespace Spark.Runtime.Files;

/// <summary>In what files are written and read.</summary>
public static class FilePieces
{
    /// <summary>The most bytes of one piece.</summary>
    public const int MostBytes = 512 * 1024;
}
