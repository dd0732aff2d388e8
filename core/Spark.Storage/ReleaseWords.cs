using Spark.Runtime.Bots;

namespace Spark.Storage;

/// <summary>How releases are written in a database.</summary>
internal static class ReleaseWords
{
    public static string Of(ReleaseMove move) => move switch
    {
        ReleaseMove.NextQuestion => "next-question",
        ReleaseMove.Restart => "restart",
        _ => "finish",
    };

    public static string Of(ReleaseOrigin origin) => origin switch
    {
        ReleaseOrigin.Published => "published",
        ReleaseOrigin.RolledBack => "rolled-back",
        _ => "folder",
    };

    public static ReleaseMove Move(string? word) => word switch
    {
        "next-question" => ReleaseMove.NextQuestion,
        "restart" => ReleaseMove.Restart,
        _ => ReleaseMove.Finish,
    };

    public static ReleaseOrigin Origin(string word) => word switch
    {
        "published" => ReleaseOrigin.Published,
        "rolled-back" => ReleaseOrigin.RolledBack,
        _ => ReleaseOrigin.Folder,
    };
}
