namespace Spark.TestPlugins.Wire;

/// <summary>A conversation, as activities name it.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; set; }
}
