using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Views;

namespace Spark.Cockpit.Views;

/// <summary>Views of the conversations' list: each person's own, and those that administrators make for everybody.</summary>
internal static class ViewEndpoints
{
    private const string Code = "SPK14080";
    private const int LongestName = 60;
    private const int LongestQuery = 500;

    private static readonly FrozenSet<string> Known =
        FrozenSet.ToFrozenSet(["time", "state", "outcome", "type", "channel", "bot", "q", "sort"], StringComparer.Ordinal);

    public static void MapViews(this RouteGroupBuilder admin)
    {
        admin.MapGet("/views", ListAsync).Needs(Right.SeeConversations).Within(Reach.Everything);
        admin.MapPut("/views/{name}", SaveAsync).Needs(Right.SeeConversations).Within(Reach.Everything).Audited("view.set");
        admin.MapDelete("/views/{name}", RemoveAsync).Needs(Right.SeeConversations).Within(Reach.Everything).Audited("view.removed");
    }

    private static async Task<IResult> ListAsync(HttpContext http, IViewStore views, CancellationToken cancellationToken)
    {
        var found = await views.ListAsync(OwnerOf(http, isShared: false) ?? SavedView.Everybody, cancellationToken);
        return Results.Json(new ViewList([.. found.Select(Line)]), AdminJson.Default.ViewList);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, IViewStore views, string name, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.ViewRequest, cancellationToken) is not { Query: { } query } request)
        {
            return RequestBody.Refusal();
        }

        if (name.Trim() is not { Length: > 0 and <= LongestName } trimmed || trimmed.Any(char.IsControl))
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, Code, $"Give the view a name of at most {LongestName} characters.");
        }

        if (query.Length > LongestQuery || QueryHelpers.ParseQuery(query).Keys.Any(key => !Known.Contains(key)))
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, Code, $"A view keeps at most {LongestQuery} characters of: {string.Join(", ", Known.Order(StringComparer.Ordinal))}.");
        }

        if (OwnerOf(http, request.IsShared) is not { } owner)
        {
            return Refusal(request.IsShared);
        }

        AuditNote.Of(http).About(trimmed).Add("query", query).Add("shared", request.IsShared ? "true" : null);
        var view = new SavedView(owner, trimmed, query);
        return await views.TryPutAsync(view, cancellationToken)
            ? Results.Json(Line(view), AdminJson.Default.ViewLine)
            : AdminError.Answer(StatusCodes.Status409Conflict, Code, $"There are {IViewStore.MostOfOne} views already. Remove one first.");
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, IViewStore views, string name, bool? shared, CancellationToken cancellationToken)
    {
        AuditNote.Of(http).Add("shared", shared == true ? "true" : null);
        return OwnerOf(http, shared == true) is not { } owner ? Refusal(shared == true)
            : await views.RemoveAsync(owner, name, cancellationToken) ? Results.NoContent()
            : AdminError.Answer(StatusCodes.Status404NotFound, Code, $"There is no view '{name}'.");
    }

    // A token is nobody: it has no views of its own.
    private static string? OwnerOf(HttpContext http, bool isShared) => Operator.Of(http)! switch
    {
        var who when isShared => who.May(Right.Administer) ? SavedView.Everybody : null,
        { Session: not null } who => who.Name,
        _ => null,
    };

    private static IResult Refusal(bool isShared) => isShared
        ? AdminError.Answer(StatusCodes.Status403Forbidden, Code, "Only administrators make and remove views for everybody.")
        : AdminError.Answer(StatusCodes.Status403Forbidden, Code, "A token has no views of its own: share the view.");

    private static ViewLine Line(SavedView view) => new(view.Name, view.Query, view.Owner == SavedView.Everybody);
}
