using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Spark.Simulators.ServiceNow.Page;

/// <summary>The page, from the program itself; links of tickets lead to it.</summary>
internal static class PageRoutes
{
    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", () => Resource("index.html", "text/html; charset=utf-8"));
        app.MapGet("/nav_to.do", () => Resource("index.html", "text/html; charset=utf-8"));
        app.MapGet("/page.css", () => Resource("page.css", "text/css; charset=utf-8"));
        app.MapGet("/page.js", () => Resource("page.js", "text/javascript; charset=utf-8"));
        app.MapGet("/portal", () => Resource("portal.html", "text/html; charset=utf-8"));
    }

    private static FileStreamHttpResult Resource(string name, string contentType) =>
        TypedResults.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, contentType);
}
