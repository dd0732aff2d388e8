namespace Spark.Engine.Reading.Drafts;

/// <summary>What a name in a bot's files stands for.</summary>
internal enum ReferenceKind
{
    Dialog,
    Action,
    Intent,
    Variable,
    Connection,
}
