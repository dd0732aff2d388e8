using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Spark.Access;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Runtime.Access;

namespace Spark.Cockpit.Audit;

/// <summary>
/// Writes into the audit what changing routes have done: who, what, to what, and the facts that the route named. What was refused, or came
/// to nothing, is not written.
/// </summary>
internal sealed partial class AuditFilter(IAuditStore store, TimeProvider time, AdminAccess access, ILogger<AuditFilter> logger) : IEndpointFilter
{
    private const int LongestSubject = 500;

    private readonly AuditTrail trail = new(store, time);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        if (WhatOf(http) is { } what && !AuditNote.Of(http).IsMuted && answer is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            await WriteAsync(http, what);
        }

        return answer;
    }

    /// <summary>How the audit calls what a route does; null for one that is not audited.</summary>
    internal static string? WhatOf(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return route.Metadata.GetMetadata<AuditedAs>() is { } said ? said.What
            : methods.All(method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) ? null
            : $"{string.Join(' ', methods)} {route.RoutePattern.RawText}";
    }

    /// <summary>How the audit calls who asks.</summary>
    internal static string ActorOf(HttpContext http, AdminAccess access) => Operator.Of(http) switch
    {
        { Session: not null } who => $"account:{who.Name}",
        null => "visitor",
        { Name: Operator.Token } => access.TokenHolder,
        var script => script.Name,
    };

    private static string? WhatOf(HttpContext http) => http.GetEndpoint() is RouteEndpoint route ? WhatOf(route) : null;

    // The change has been made: an entry that finds no database goes to the log, and whoever asked is told the truth. That the browser has
    // gone away meanwhile is no reason to leave it out.
    private async Task WriteAsync(HttpContext http, string what)
    {
        var note = AuditNote.Of(http);
        var entry = new AuditEntry { Actor = note.Actor ?? ActorOf(http, access), What = what, Subject = SubjectOf(http, note), Details = note.Details };
        try
        {
            await trail.WriteAsync(entry, CancellationToken.None);
        }
        catch (PluginNotReadyException away)
        {
            LogNotWritten(entry.Actor, what, entry.Subject, entry.Details, away.Message);
        }
    }

    private static string? SubjectOf(HttpContext http, AuditNote note)
    {
        var named = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.Parameters is [var first, ..] ? http.GetRouteValue(first.Name) as string : null;
        var subject = note.Subject ?? named ?? http.Request.Query["address"].FirstOrDefault();
        return subject is { Length: > LongestSubject } ? subject[..LongestSubject] : subject;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit could not be written, so it stands here: {Actor} did {What} to {Subject} {Details}: {Why}")]
    private partial void LogNotWritten(string actor, string what, string? subject, JsonElement? details, string why);
}
