namespace Spark.TestPlugins.Wire;

/// <summary>A person, as the far side of people is asked and answers.</summary>
internal sealed record WirePerson
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Conversation { get; set; }
}
