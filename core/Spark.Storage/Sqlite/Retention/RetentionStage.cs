namespace Spark.Storage.Sqlite.Retention;

/// <summary>What retention is at.</summary>
internal enum RetentionStage
{
    Events,
    Keys,
    Episodes,
    Links,
    People,
    Escalations,
    Files,
}
