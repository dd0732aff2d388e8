using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>The step's fields: one of the methods with a path, and what goes with it.</summary>
internal sealed record CallInput
{
    /// <summary>The connection.</summary>
    public string? Call { get; init; }

    public string? Get { get; init; }

    public string? Head { get; init; }

    public string? Post { get; init; }

    public string? Put { get; init; }

    public string? Patch { get; init; }

    public string? Delete { get; init; }

    public string? Options { get; init; }

    /// <summary>Parameters of the query; a list gives one for each of its items.</summary>
    public Dictionary<string, JsonElement>? Query { get; init; }

    public Dictionary<string, JsonElement>? Headers { get; init; }

    public JsonElement? Body { get; init; }

    /// <summary>How the body is written: <c>json</c>, <c>form</c> or <c>text</c>.</summary>
    public string? As { get; init; }

    /// <summary>The methods that the step names, with their paths.</summary>
    public IEnumerable<(HttpMethod Method, string Path)> Calls()
    {
        (HttpMethod Method, string? Path)[] all =
        [
            (HttpMethod.Get, Get), (HttpMethod.Head, Head), (HttpMethod.Post, Post), (HttpMethod.Put, Put),
            (HttpMethod.Patch, Patch), (HttpMethod.Delete, Delete), (HttpMethod.Options, Options),
        ];
        return all.Where(call => call.Path is not null).Select(call => (call.Method, call.Path!));
    }
}
