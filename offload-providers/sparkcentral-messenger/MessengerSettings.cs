using Spark.Settings;

namespace Spark.Offload.SparkcentralMessenger;

/// <summary>What the operator says about the messenger to which links lead.</summary>
/// <remarks>The properties have setters, because source-generated JSON assigns every <c>init</c> property, also one that is not there.</remarks>
internal sealed record MessengerSettings
{
    [Setting("Messenger's script", Help = "Where the script of Sparkcentral's messenger is, as the channel's set-up page gives it.")]
    public required Uri Script { get; set; }

    [Setting("App id", Help = "Of the messenger channel (APP_ID).")]
    public required string AppId { get; set; }

    [Setting("Key id", Help = "Of the messenger channel (SECRET_ID).")]
    public required string KeyId { get; set; }

    [Secret]
    [Setting("Key", Help = "Of the messenger channel (SECRET_KEY): signs the names under which people are let in.")]
    public required string Key { get; set; }

    [Setting("Title", Help = "What stands at the top of the page.")]
    public string Title { get; set; } = "Service desk";

    [Setting("Object", Help = "The name of the object that the script makes.")]
    public string Object { get; set; } = "Smooch";

    /// <summary>Only the name: the members that a record prints by itself include the secrets.</summary>
    public override string ToString() => nameof(MessengerSettings);
}
