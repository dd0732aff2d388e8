using System.Collections.Frozen;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>What each role may do: the one table.</summary>
internal static class Roles
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Reader] = Of(Right.SeeConversations, Right.SeeBots, Right.SeeChannels),
        [Role.SupportAgent] = Of(Right.SeeConversations, Right.ReadTranscripts, Right.ActOnConversations, Right.SeeBots, Right.SeeChannels),
        [Role.ChannelOwner] = Of(Right.SeeConversations, Right.SeeBots, Right.SeeChannels, Right.EditChannels, Right.SeeSupport),
        [Role.Designer] = Of(
            Right.SeeConversations, Right.ReadTranscripts, Right.SeeBots, Right.EditBots, Right.PublishBots, Right.SeeChannels, Right.SeeSupport),
        [Role.Administrator] = Of(Enum.GetValues<Right>()),
    }.ToFrozenDictionary();

    private static readonly Right[] OfTheHouse = [Right.Administer, Right.EditSupport, Right.ManagePeople, Right.ManagePlugins];

    public static IReadOnlySet<Right> RightsOf(Role role) => Table[role];

    /// <summary>What is left of rights for who sees to some bots only: nothing that changes what all bots share.</summary>
    public static IReadOnlySet<Right> WithinBots(IReadOnlySet<Right> rights) => rights.Except(OfTheHouse).ToFrozenSet();

    private static FrozenSet<Right> Of(params Right[] rights) => rights.ToFrozenSet();
}
