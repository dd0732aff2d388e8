using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>Stores a file for a conversation; it is sent only when a message names it.</summary>
internal sealed partial class UploadEndpoint(Tenant tenant, BearerCheck bearer)
{
    // "Keep below 10 MB": the stricter reading of a megabyte, so that nobody relies on the other.
    private const long TooLong = 10_000_000;

    public async Task<RestAnswer> RunAsync(HttpContext context, RestCall call, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var fileName = (string)request.RouteValues["fileName"]!;
        var refused = tenant.Read(state => bearer.Refuse(state, request)
            ?? (state.Find(call.ConversationId!) is { IsHeldByVirtualAgent: true } ? null : RestAnswer.NotYours));
        if ((refused ?? Check(request, fileName)) is { } answer)
        {
            return answer;
        }

        using var content = new MemoryStream((int)request.ContentLength!.Value);
        await request.Body.CopyToAsync(content, cancellationToken);
        return tenant.Change(state =>
        {
            call.Body = $"{content.Length} bytes";
            if (state.Find(call.ConversationId!) is not { IsHeldByVirtualAgent: true } conversation)
            {
                return RestAnswer.NotYours;
            }

            conversation.Attachments[fileName] = new Attachment(fileName, request.ContentType!, content.ToArray());
            return RestAnswer.Empty;
        });
    }

    private static RestAnswer? Check(HttpRequest request, string fileName)
    {
        var errors = new List<string>();
        if (!FileName().IsMatch(fileName))
        {
            errors.Add("The file name may have letters, digits, dot, underscore and hyphen only.");
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out _))
        {
            errors.Add("Content-Type is missing or is no media type.");
        }

        if (request.ContentLength is not { } length)
        {
            errors.Add("Content-Length is missing.");
        }
        else if (length >= TooLong)
        {
            errors.Add("An attachment must be smaller than 10 MB.");
        }

        return errors.Count == 0 ? null : RestAnswer.Failure(StatusCodes.Status400BadRequest, errors);
    }

    [GeneratedRegex("^[A-Za-z0-9._-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FileName();
}
