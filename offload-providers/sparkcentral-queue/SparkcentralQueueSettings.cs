using Spark.Settings;

namespace Spark.Offload.SparkcentralQueue;

/// <summary>What the operator says about one agent queue.</summary>
/// <remarks>
/// The properties have setters because source-generated JSON assigns every <c>init</c> property, also one that the document
/// does not name, and its initializer would be lost.
/// </remarks>
internal sealed record SparkcentralQueueSettings
{
    [Setting("Channel", Help = "The Sparkcentral channel whose conversations this queue takes: a plugin's id, or the name of one instance.")]
    public string Channel { get; set; } = "sparkcentral";

    [Setting("Topics", Help = "Topics that every conversation gets, by their exact names. Sparkcentral ignores names that it does not know.")]
    public IReadOnlyList<string> Topics { get; set; } = [];

    [Setting("Attributes", Help = "Contact attributes from variables that the bot shares: the alias in Sparkcentral, and the variable's name.")]
    public IReadOnlyDictionary<string, string> Attributes { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Setting("Note", Help = "Whether agents get a note with the variables and the transcript that the bot shares, where Sparkcentral takes notes.")]
    public bool Note { get; set; } = true;
}
