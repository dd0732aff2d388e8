using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Cockpit.Admin;
using Spark.Runtime;
using Spark.Storage.DataFolders;

namespace Spark.Host.Administration;

/// <summary>A command's way to the admin API: that of the running host, or one of its own over the database when none runs.</summary>
internal sealed class AdminConnection : IAsyncDisposable
{
    private const string Path = "api/admin/";

    private readonly HttpClient http;
    private readonly PrivateAdmin? own;

    private AdminConnection(Uri root, string? token, PrivateAdmin? own)
    {
        this.own = own;
        http = new HttpClient { BaseAddress = root, Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Finds the host, or opens the database.</summary>
    public static async Task<AdminConnection> OpenAsync(AdminTarget target, CancellationToken cancellationToken)
    {
        if (target.Host is { } named)
        {
            return new(new Uri($"{named.ToString().TrimEnd('/')}/{Path}"), target.Token, null);
        }

        if (target.Database is null && DataFolderLock.FindHost(target.Data) is { } running)
        {
            return new(new Uri(running.ToString().TrimEnd('/') + "/"), target.Token, null);
        }

        var alone = await PrivateAdmin.StartAsync(target, cancellationToken);
        return new(new Uri(alone.Url, Path), alone.Token, alone);
    }

    public async Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, address, null, cancellationToken);
        return await response.Content.ReadFromJsonAsync(type, cancellationToken)
            ?? throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} answered nothing.");
    }

    public async Task<string> GetTextAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, address, null, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public async Task PostAsync<T>(string address, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, type);
        using var response = await SendAsync(HttpMethod.Post, address, content, cancellationToken);
    }

    /// <summary>Posts, and takes the answer also when it refuses in its own form.</summary>
    public async Task<TAnswer> PostAsync<TBody, TAnswer>(
        string address, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(HttpMethod.Post, address, content, cancellationToken);
        return await response.Content.ReadFromJsonAsync(answerType, cancellationToken)
            ?? throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} answered nothing.");
    }

    /// <summary>Posts, and takes no refusal for an answer.</summary>
    public async Task<TAnswer> AskAsync<TBody, TAnswer>(
        string address, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(HttpMethod.Post, address, content, cancellationToken);
        return !response.IsSuccessStatusCode
            ? throw await RefusedAsync(response, cancellationToken)
            : await response.Content.ReadFromJsonAsync(answerType, cancellationToken)
                ?? throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} answered nothing.");
    }

    /// <summary>Posts, and keeps the answer as a new file.</summary>
    public async Task PostForFileAsync<T>(string address, T body, JsonTypeInfo<T> type, string file, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, type);
        using var response = await SendAsync(HttpMethod.Post, address, content, cancellationToken);
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await response.Content.CopyToAsync(target, cancellationToken);
    }

    /// <summary>Puts, and takes the answer also when it refuses in its own form.</summary>
    public async Task<TAnswer> PutAsync<TBody, TAnswer>(
        string address, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(HttpMethod.Put, address, content, cancellationToken);
        return await response.Content.ReadFromJsonAsync(answerType, cancellationToken)
            ?? throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} answered nothing.");
    }

    /// <summary>Puts a file as it is.</summary>
    public async Task<TAnswer> PutFileAsync<TAnswer>(
        string address, string file, string mediaType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new OperatorException("SPK12071", $"There is no file '{file}'.");
        }

        await using var stream = File.OpenRead(file);
        using var content = new StreamContent(stream) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        using var response = await SendAsync(HttpMethod.Put, address, content, cancellationToken);
        return await response.Content.ReadFromJsonAsync(answerType, cancellationToken)
            ?? throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} answered nothing.");
    }

    public async Task DeleteAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, address, null, cancellationToken);
    }

    public async Task PostAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, address, null, cancellationToken);
    }

    public async Task<T> PostAsync<T>(string address, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, address, null, cancellationToken);
        return await response.Content.ReadFromJsonAsync(answer, cancellationToken)
            ?? throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} answered nothing.");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        try
        {
            var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode && response.StatusCode != System.Net.HttpStatusCode.UnprocessableEntity)
            {
                using (response)
                {
                    throw await RefusedAsync(response, cancellationToken);
                }
            }

            return response;
        }
        catch (HttpRequestException away)
        {
            throw new OperatorException("SPK12015", $"The admin API at {http.BaseAddress} cannot be reached: {away.Message}", away);
        }
    }

    private static async Task<OperatorException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            if (JsonSerializer.Deserialize(text, AdminJson.Default.AdminError) is { Code: { } code, Message: { } message })
            {
                return new(code, message);
            }
        }
        catch (JsonException)
        {
            // Not our API, or a proxy before it.
        }

        return new OperatorException("SPK12015", $"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: this is no admin API of Spark, or not of this version.");
    }
}
