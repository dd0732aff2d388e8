using System.Net;
using System.Text;

namespace Spark.Conformance.Tests;

/// <summary>A far side in memory: answers what a plugin sends, and can lose an answer after it has acted.</summary>
internal sealed class ScriptedNetwork(Func<HttpRequestMessage, string, (int Status, string Body)> answer) : HttpMessageHandler
{
    private bool losesNext;

    public void LoseNextAnswer() => losesNext = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (status, text) = answer(request, body);
        if (losesNext && request.Method == HttpMethod.Post)
        {
            losesNext = false;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer got lost.");
        }

        return new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
