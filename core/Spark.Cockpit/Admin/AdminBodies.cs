using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.ApiCalls;
using Spark.Cockpit.Bots;
using Spark.Cockpit.Categories;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Credentials;
using Spark.Cockpit.Databases;
using Spark.Cockpit.Drafts;
using Spark.Cockpit.Escalation;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Outbox;
using Spark.Cockpit.People;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Studio;
using Spark.Cockpit.Studio.Intents;
using Spark.Cockpit.Studio.Talking;
using Spark.Cockpit.Studio.Texts;
using Spark.Cockpit.Views;

namespace Spark.Cockpit.Admin;

/// <summary>What the routes of the admin API read. A route that reads something else, or is not here, fails with its first request.</summary>
internal static class AdminBodies
{
    /// <summary>Method and address below the root, and the type of the JSON.</summary>
    public static readonly FrozenDictionary<string, Type> Table = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["POST /access-tokens"] = typeof(AccessTokenRequest),
        ["POST /api-call-check"] = typeof(ApiCallRequest),
        ["POST /api-call-import"] = typeof(CurlRequest),
        ["POST /api-call-test"] = typeof(ApiCallTrial),
        ["POST /api-clients"] = typeof(NewClientRequest),
        ["POST /api-clients/{id}/rotate"] = typeof(RotateRequest),
        ["POST /bots/publish"] = typeof(PublishRequest),
        ["POST /bots/{bot}/rollback"] = typeof(RollbackRequest),
        ["POST /bots/{bot}/switch"] = typeof(SwitchRequest),
        ["POST /categories/classify"] = typeof(ClassifyRequest),
        ["POST /conversation/say"] = typeof(SayRequest),
        ["POST /conversation/ticket"] = typeof(TicketRequest),
        ["POST /credentials/{name}/test"] = typeof(CredentialRequest),
        ["POST /database/backup"] = typeof(BackupRequest),
        ["POST /instances/{name}/test"] = typeof(InstanceRequest),
        ["POST /outbox/{address}/drop"] = typeof(DropRequest),
        ["POST /people/erase"] = typeof(PersonRequest),
        ["POST /people/export"] = typeof(PersonRequest),
        ["POST /people/find"] = typeof(PersonQuery),
        ["POST /people/preview"] = typeof(PersonRequest),
        ["POST /plugins/folder"] = typeof(FolderRequest),
        ["POST /plugins/install"] = typeof(InstallRequest),
        ["POST /session"] = typeof(SignInRequest),
        ["POST /session/first"] = typeof(FirstRequest),
        ["POST /session/password"] = typeof(PasswordRequest),
        ["POST /studio/check"] = typeof(FilesRequest),
        ["POST /studio/intents/overlaps"] = typeof(IntentTrialRequest),
        ["POST /studio/intents/try"] = typeof(IntentTrialRequest),
        ["POST /studio/talk"] = typeof(TalkRequest),
        ["POST /studio/talk/test"] = typeof(TalkRequest),
        ["POST /studio/test"] = typeof(FilesRequest),
        ["POST /studio/texts"] = typeof(FilesRequest),
        ["POST /studio/texts/export"] = typeof(TextsRequest),
        ["POST /studio/texts/import"] = typeof(TextsRequest),
        ["PUT /accounts/{name}"] = typeof(AccountRequest),
        ["PUT /api-calls/{name}"] = typeof(ApiCallRequest),
        ["PUT /bots/{bot}/draft"] = typeof(DraftRequest),
        ["PUT /credentials/{name}"] = typeof(CredentialRequest),
        ["PUT /escalation"] = typeof(EscalationRequest),
        ["PUT /instances/{name}"] = typeof(InstanceRequest),
        ["PUT /views/{name}"] = typeof(ViewRequest),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // These do without one.
    private static readonly FrozenSet<string> Optional = FrozenSet.Create(StringComparer.Ordinal, "POST /api-clients/{id}/rotate", "POST /credentials/{name}/test");

    /// <summary>What a route reads, for its description; null when it reads nothing.</summary>
    public static IAcceptsMetadata? Of(string route) =>
        Table.TryGetValue(route, out var type) ? new AcceptsMetadata(["application/json"], type, Optional.Contains(route)) : null;

    /// <summary>Holds a route to what it says that it reads.</summary>
    /// <exception cref="InvalidOperationException">It reads something else.</exception>
    public static void Demand<T>(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType != typeof(T))
        {
            throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} reads a {typeof(T).Name}: say so in {nameof(AdminBodies)}.");
        }
    }
}
