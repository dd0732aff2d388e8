using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Conversations;

/// <summary>Brings news of a ticket into its conversation.</summary>
internal static class TicketEndpoint
{
    private const string Once = "Idempotency-Key";
    private const int LongestName = 200;
    private const int LongestAddress = 2_000;

    public static async Task<IResult> TellAsync(HttpContext http, string address, CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return ConversationEndpoints.NoAddress(address);
        }

        var request = await RequestBody.ReadAsync(http, AdminJson.Default.TicketRequest, cancellationToken);
        if (request is not { Number: { } number } || number.Trim().Length == 0)
        {
            return RequestBody.Refusal();
        }

        var once = http.Request.Headers[Once].ToString() is { Length: > 0 } named ? named : null;
        if (Problem(request, once) is { } problem)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", problem);
        }

        // A command without a running host has a database, but no bot that could answer.
        if (http.RequestServices.GetService(typeof(TicketNews)) is not TicketNews news)
        {
            return AdminError.Answer(
                StatusCodes.Status409Conflict, "SPK12012", "News of a ticket runs a turn of the bot: start a host, and name it with --host when it is not the one of --data.");
        }

        var ticket = new Offload.TicketReference { Number = number.Trim(), Id = request.Id, Url = request.Url, State = request.State };
        return await news.TellAsync(key, ticket, once, cancellationToken) switch
        {
            TicketNewsResult.Told or TicketNewsResult.ToldBefore => Results.NoContent(),
            TicketNewsResult.NotFound => ConversationEndpoints.NotFound(address),
            _ => AdminError.Answer(StatusCodes.Status409Conflict, "SPK14007", $"The channel instance of conversation '{address}' does not run on this host."),
        };
    }

    // The address is shown to the person as a link.
    private static string? Problem(TicketRequest request, string? once) => request switch
    {
        { Url: { } url } when !url.IsAbsoluteUri || url.Scheme is not ("http" or "https") => "'url' must be an http or https address.",
        { Url: { } url } when url.OriginalString.Length > LongestAddress => $"'url' may have {LongestAddress} characters.",
        _ when IsTooLong(request.Number) || IsTooLong(request.State) || IsTooLong(request.Id) || IsTooLong(once) =>
            $"'number', 'state', 'id' and {Once} may have {LongestName} characters each.",
        _ => null,
    };

    private static bool IsTooLong(string? text) => text?.Length > LongestName;
}
