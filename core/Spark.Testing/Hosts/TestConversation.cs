namespace Spark.Testing.Hosts;

/// <summary>The one conversation of a test.</summary>
internal static class TestConversation
{
    /// <summary>What the channel calls it.</summary>
    public const string ExternalId = "test";
}
