using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Control;

/// <summary>What the page and tests see.</summary>
internal static class Views
{
    public static JsonObject Of(Conversation conversation) => new()
    {
        ["id"] = conversation.Id,
        ["kind"] = conversation.Kind switch { ConversationKind.Personal => "personal", ConversationKind.GroupChat => "groupChat", _ => "channel" },
        ["title"] = conversation.Title,
        ["members"] = new JsonArray([.. conversation.Members.Select(person => (JsonNode)person.Key!)]),
        ["isInstalled"] = conversation.IsInstalled,
        ["isOpen"] = conversation.IsOpen,
        ["typedAt"] = Stamp(conversation.TypedAt),
        ["messages"] = new JsonArray([.. conversation.Messages.Where(message => !message.IsDeleted).Select(message => (JsonNode)Of(message))]),
    };

    public static JsonObject Of(Message message) => new()
    {
        ["id"] = message.Id,
        ["from"] = message.From?.Key ?? "bot",
        ["name"] = message.From?.Name,
        ["at"] = Stamp(message.At),
        ["updates"] = message.Updates,
        ["activity"] = message.Activity.DeepClone(),
    };

    public static JsonObject Of(Person person) => new()
    {
        ["key"] = person.Key, ["name"] = person.Name, ["objectId"] = person.ObjectId, ["principalName"] = person.PrincipalName, ["email"] = person.Email,
    };

    private static string? Stamp(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
