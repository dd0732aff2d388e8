using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Spark.Simulators.Teams.Page;

/// <summary>The page, from the program itself.</summary>
internal static class PageRoutes
{
    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", () => Resource("index.html", "text/html; charset=utf-8"));
        app.MapGet("/page.css", () => Resource("page.css", "text/css; charset=utf-8"));
        foreach (var script in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
        {
            app.MapGet($"/{script}", () => Resource(script, "text/javascript; charset=utf-8"));
        }
    }

    private static FileStreamHttpResult Resource(string name, string contentType) =>
        TypedResults.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, contentType);
}
