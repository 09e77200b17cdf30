@echo off
rem Walks a webhook through its life with the real command line, on a sandbox that stands in for the API.
setlocal
cd /d "%~dp0"
if not exist target\rtk-webhooks.jar call mvn -q -B -DskipTests -f .. -pl cli-sample -am package || exit /b 1
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "CLOUDFLARE_BASE_URL=http://127.0.0.1:8787"
set "CLOUDFLARE_API_TOKEN=sandbox-token"
set "CLOUDFLARE_ACCOUNT_ID=demo-account"
set "REALTIMEKIT_APP_ID=demo-app"
start "rtk-sandbox" /min "%java%" -jar ..\contract-tests\sandbox\target\rtk-sandbox.jar --port 8787
timeout /t 3 /nobreak >nul
call rtk-webhooks create --name Calls --url https://example.com/hooks --event all || goto failed
for /f %%i in ('rtk-webhooks list --quiet') do set "id=%%i"
call rtk-webhooks list --output table || goto failed
call rtk-webhooks edit %id% --name Renamed --disable || goto failed
call rtk-webhooks get %id% --output json || goto failed
call rtk-webhooks delete %id% --yes || goto failed
taskkill /fi "WINDOWTITLE eq rtk-sandbox*" >nul
echo The demo worked.
exit /b 0
:failed
taskkill /fi "WINDOWTITLE eq rtk-sandbox*" >nul
echo demo: a step failed 1>&2
exit /b 1
