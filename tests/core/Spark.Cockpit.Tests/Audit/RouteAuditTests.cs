using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Tests.Support;

namespace Spark.Cockpit.Tests.Audit;

/// <summary>Every changing route of the admin API, with what the audit writes of it. A new one has to be entered here.</summary>
public sealed class RouteAuditTests
{
    private static readonly Dictionary<string, string?> Table = new(StringComparer.Ordinal)
    {
        ["DELETE /access-tokens/{id}"] = "access-token.removed",
        ["DELETE /accounts/{name}"] = "account.removed",
        ["DELETE /api-calls/{name}"] = "api-call.removed",
        ["DELETE /bots/{bot}/draft"] = "draft.dropped",
        ["DELETE /credentials/{name}"] = "credential.removed",
        ["DELETE /instances/{name}"] = "instance.removed",
        ["DELETE /session"] = "session.closed",
        ["DELETE /views/{name}"] = "view.removed",
        ["GET /conversation"] = "transcript.read",
        ["GET /conversation/evidence"] = "conversation.packed",
        ["GET /conversation/record"] = "conversation.recorded",
        ["GET /conversation/transcript"] = "transcript.read",
        ["GET /conversation/why"] = "transcript.read",
        ["GET /sign-in/callback"] = "credential.signed-in",
        ["POST /access-tokens"] = "access-token.created",
        ["POST /api-call-check"] = null,
        ["POST /api-call-import"] = null,
        ["POST /api-call-test"] = "api-call.tried",
        ["POST /api-clients"] = "api-client.created",
        ["POST /api-clients/{id}/revoke"] = "api-client.revoked",
        ["POST /api-clients/{id}/rotate"] = "api-client.rotated",
        ["POST /bots/publish"] = "bot.published",
        ["POST /bots/{bot}/rollback"] = "bot.rolled-back",
        ["POST /bots/{bot}/switch"] = "bot.switched",
        ["POST /categories/classify"] = null,
        ["POST /conversation/reassign"] = "conversation.reassigned",
        ["POST /plugins/archive"] = "plugin.brought",
        ["POST /plugins/folder"] = "plugin.brought",
        ["POST /plugins/install"] = "plugin.installed",
        ["POST /plugins/{id}/reload"] = "plugin.reloaded",
        ["POST /plugins/{id}/disable"] = "plugin.disabled",
        ["POST /plugins/{id}/enable"] = "plugin.enabled",
        ["DELETE /plugins/{id}/{version}"] = "plugin.removed",
        ["POST /conversation/take"] = "conversation.taken",
        ["POST /conversation/say"] = "conversation.said",
        ["POST /conversation/give-back"] = "conversation.given-back",
        ["POST /conversation/end"] = "conversation.ended",
        ["POST /conversation/release"] = "conversation.released",
        ["POST /conversation/restart"] = "conversation.restarted",
        ["POST /conversation/ticket"] = "conversation.ticket",
        ["POST /credential-keys/reseal"] = "credentials.resealed",
        ["POST /credentials/{name}/sign-in"] = "credential.sign-in-begun",
        ["POST /credentials/{name}/test"] = "credential.tested",
        ["POST /database/backup"] = "database.backed-up",
        ["POST /instances/{name}/test"] = "instance.tried",
        ["POST /outbox/hold"] = "effects.held",
        ["POST /outbox/{address}/drop"] = "effect.dropped",
        ["POST /outbox/{address}/retry"] = "effect.retried",
        ["POST /people/erase"] = "person.erased",
        ["POST /people/export"] = "person.exported",
        ["POST /people/find"] = null,
        ["POST /people/preview"] = null,
        ["POST /session"] = "session.opened",
        ["POST /session/first"] = "account.first-made",
        ["POST /session/password"] = "account.password-changed",
        ["POST /studio/check"] = null,
        ["POST /studio/intents/overlaps"] = null,
        ["POST /studio/intents/try"] = null,
        ["POST /studio/talk"] = null,
        ["POST /studio/talk/test"] = null,
        ["POST /studio/test"] = null,
        ["POST /studio/texts"] = null,
        ["POST /studio/texts/export"] = null,
        ["POST /studio/texts/import"] = null,
        ["POST /token"] = "admin-token.renewed",
        ["PUT /accounts/{name}"] = "account.set",
        ["PUT /api-calls/{name}"] = "api-call.set",
        ["PUT /bots/{bot}/draft"] = null,
        ["PUT /categories"] = "categories.replaced",
        ["PUT /categories/examples"] = "category-examples.replaced",
        ["PUT /credentials/{name}"] = "credential.set",
        ["PUT /escalation"] = "escalation.set",
        ["PUT /instances/{name}"] = "instance.set",
        ["PUT /views/{name}"] = "view.set",
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_changing_route_says_what_the_audit_writes_or_why_it_writes_nothing()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var changing = server.Routes.Where(route => IsChanging(route) || route.Metadata.GetMetadata<AuditedAs>() is { What: not null }).ToList();

        changing.Where(route => route.Metadata.GetMetadata<AuditedAs>() is null or { What: null, WhyNot: null or "" }).Select(Name).ShouldBeEmpty();
        changing.Where(route => !route.RoutePattern.RawText!.Contains("{*", StringComparison.Ordinal))
            .ToDictionary(Name, AuditFilter.WhatOf)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe(Table.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("POST", "POST /api/admin/new")]
    [InlineData("DELETE", "DELETE /api/admin/new")]
    [InlineData("GET", null)]
    public void A_changing_route_that_says_nothing_is_audited_by_its_address(string method, string? what)
    {
        var route = new RouteEndpoint(
            _ => Task.CompletedTask, RoutePatternFactory.Parse("/api/admin/new"), 0, new EndpointMetadataCollection(new HttpMethodMetadata([method])), null);

        AuditFilter.WhatOf(route).ShouldBe(what);
    }

    private static bool IsChanging(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Any(method => method is not ("GET" or "HEAD"));

    private static string Name(RouteEndpoint route) =>
        $"{string.Join(' ', route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])} {route.RoutePattern.RawText!["/api/admin".Length..]}";
}
