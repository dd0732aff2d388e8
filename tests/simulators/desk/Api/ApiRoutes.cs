using System.Security.Cryptography;
using System.Text;
using Spark.Simulators.Desk.Control;
using Spark.Simulators.Desk.Conversations;

namespace Spark.Simulators.Desk.Api;

/// <summary>
/// The desk's API: create a conversation, give it messages, look up both by what was put beside them, close. There is no idempotency key:
/// what is posted twice is there twice.
/// </summary>
internal static class ApiRoutes
{
    /// <summary>The attribute of a message by which it can be looked up.</summary>
    private const string Marker = "marker";

    public static void MapApi(this WebApplication app, string token)
    {
        var api = app.MapGroup("/api").AddEndpointFilter(async (context, next) =>
        {
            var faults = context.HttpContext.RequestServices.GetRequiredService<Faults>();
            if (faults.IsDead)
            {
                context.HttpContext.Abort();
                return Results.Empty;
            }

            if (!IsAllowed(context.HttpContext.Request, token))
            {
                return Results.Unauthorized();
            }

            if (faults.TakeRefusal())
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            var answer = await next(context);
            if (HttpMethods.IsPost(context.HttpContext.Request.Method) && faults.TakeCut())
            {
                // It is taken, and nobody is told.
                context.HttpContext.Abort();
                return Results.Empty;
            }

            return answer;
        });
        api.MapPost("/conversations", Create);
        api.MapGet("/conversations", Find);
        api.MapGet("/conversations/{id}", Show);
        api.MapPost("/conversations/{id}/messages", Say);
        api.MapGet("/conversations/{id}/messages", FindMessages);
        api.MapPost("/conversations/{id}/leave", Leave);
    }

    private static bool IsAllowed(HttpRequest request, string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}"));

    private static IResult Create(NewConversation wish, DeskBook book)
    {
        if (wish.Callback is not { IsAbsoluteUri: true } callback)
        {
            return Results.BadRequest();
        }

        if (!book.IsOpen)
        {
            return Results.StatusCode(StatusCodes.Status423Locked);
        }

        var created = book.Create(wish, callback);
        return Results.Json(ConversationView.Of(created, book.PositionOf(created), withMessages: false), DeskJson.Default.ConversationView, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Find(string attribute, string value, DeskBook book) => Results.Json(
        new FoundConversations(book.Read(all => all
            .Where(one => one.Attributes.TryGetValue(attribute, out var held) && held == value)
            .Select(one => ConversationView.Of(one, book.PositionOf(one), withMessages: false)).ToList())),
        DeskJson.Default.FoundConversations);

    private static IResult Show(string id, DeskBook book) =>
        book.Change(id, DeskBook.Ask) is { } found
            ? Results.Json(ConversationView.Of(found, book.PositionOf(found), withMessages: false), DeskJson.Default.ConversationView)
            : Results.NotFound();

    private static IResult Say(string id, NewMessage body, DeskBook book)
    {
        if (book.Read(all => all.FirstOrDefault(one => one.Id == id)) is not { } conversation)
        {
            return Results.NotFound();
        }

        var message = book.Message("contact", conversation.Name, body.Text ?? "", body.Attributes?.GetValueOrDefault(Marker));
        return book.Change(id, one => DeskBook.Say(one, message)) is { } said
            ? Results.Json(said, DeskJson.Default.DeskMessage, statusCode: StatusCodes.Status201Created)
            : Results.Conflict();
    }

    private static IResult FindMessages(string id, string marker, DeskBook book) =>
        book.Change(id, one => new FoundMessages([.. one.Messages.Where(message => message.Marker == marker)])) is { } found
            ? Results.Json(found, DeskJson.Default.FoundMessages)
            : Results.NotFound();

    private static IResult Leave(string id, DeskBook book)
    {
        if (book.Read(all => all.FirstOrDefault(one => one.Id == id)) is not { } conversation)
        {
            return Results.NotFound();
        }

        book.Leave(conversation);
        return Results.NoContent();
    }
}
